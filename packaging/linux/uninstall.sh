#!/bin/sh
# Removes the program that install.sh put here for this user.
#
#   uninstall.sh            keeps settings and journal
#   uninstall.sh --purge    removes them too
#
# install.sh has written beside this file, in "folders", where data and settings lay then: the variables
# that say so may say otherwise by now, and the usual places are looked at as well.
set -eu
unset CDPATH  # with it, cd goes elsewhere and says where

case ${HOME-} in
    /*) ;;
    *) echo "Nothing has been removed: nobody says where your home folder is (the variable HOME)."; exit 1 ;;
esac
place=$HOME/.local/lib/negatoscope
data=${XDG_DATA_HOME-} config=${XDG_CONFIG_HOME-}
case $data in /*) ;; *) data=$HOME/.local/share ;; esac
case $config in /*) ;; *) config=$HOME/.config ;; esac
data_then=$data config_then=$config
if [ -e "$place/folders" ]; then
    { IFS= read -r data_then && IFS= read -r config_then; } < "$place/folders"
fi
each_data() { "$@" "$data"; "$@" "$data_then"; "$@" "$HOME/.local/share"; }
each_config() { "$@" "$config"; "$@" "$config_then"; "$@" "$HOME/.config"; }

refresh() {
    # Desktops that have these programs find our entry faster; the others find it in time.
    [ ! -d "$1/mime" ] || ! command -v update-mime-database >/dev/null || update-mime-database "$1/mime" || true
    [ ! -d "$1/applications" ] || ! command -v update-desktop-database >/dev/null ||
        update-desktop-database "$1/applications" || true
}
holds() { ls "$1"/*"$2" >/dev/null 2>&1; }
forget() {
    for file in applications/negatoscope.desktop mime/packages/negatoscope.xml \
        icons/hicolor/scalable/apps/negatoscope.svg man/man1/negatoscope.1; do
        rm -f "$1/$file.new"
    done
    [ -e "$1/applications/negatoscope.desktop" ] || [ -e "$1/mime/packages/negatoscope.xml" ] || return 0
    rm -f "$1/applications/negatoscope.desktop" "$1/mime/packages/negatoscope.xml" \
        "$1/icons/hicolor/scalable/apps/negatoscope.svg" "$1/man/man1/negatoscope.1"
    refresh "$1"
    # What the two programs above made, where it was for us alone.
    holds "$1/applications" .desktop || rm -f "$1/applications/mimeinfo.cache"
    # By their names: other programs and people keep files there, too.
    holds "$1/mime/packages" .xml || for file in aliases generic-icons globs globs2 icons magic mime.cache \
        subclasses treemagic types version XMLnamespaces; do
        rm -f "$1/mime/$file"
    done
}
purge() { rm -rf "$1/Negatoscope"; }
# Folders that the installation or the program made, where nothing else is in them.
drop_folders() {
    for folder in applications mime/packages mime/application mime/image mime icons/hicolor/scalable/apps \
        icons/hicolor/scalable icons/hicolor icons man/man1 man; do
        rmdir "$1/$folder" 2>/dev/null || true
    done
    rmdir "$1" 2>/dev/null || true
}

case ${1-} in
    --refresh) refresh "$data"; exit 0 ;;
    --entries) forget "$data_then"; drop_folders "$data_then"; exit 0 ;;  # install.sh, before it goes elsewhere
    "" | --purge) ;;
    *) echo "Nothing has been removed: the option $1 is not known. There is --purge."; exit 1 ;;
esac
# By sudo, say, the home folder is another one.
there=$(cd "$place" 2>/dev/null && pwd -P) || there=
if [ "$there" != "$(cd "$(dirname "$0")" && pwd -P)" ]; then
    printf '%s\n' "Nothing has been removed: this would remove $place," \
        "where the program does not lie together with this script." \
        "Start the script that lies in its folder, as the user who installed it, without sudo."
    exit 1
fi

# The two others are what an installation leaves that was ended by force.
rm -rf "$place" "$place.new" "$place.old"
for program in negatoscope negatoscope-cli; do
    link=$HOME/.local/bin/$program
    rm -f "$link.new"
    case $(readlink "$link") in
        */.local/lib/negatoscope/"$program") rm -f "$link" ;;
    esac
done
each_data forget
[ "${1-}" != --purge ] || { each_data purge; each_config purge; }
rmdir "$HOME/.local/lib" "$HOME/.local/bin" 2>/dev/null || true
each_data drop_folders
rmdir "$HOME/.local" 2>/dev/null || true
rmdir "$config" "$config_then" "$HOME/.config" 2>/dev/null || true
printf '%s\n' "Negatoscope is removed."
