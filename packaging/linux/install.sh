#!/bin/sh
# Installs the folder that this script lies in for the user who runs it; makeself starts it after unpacking.
# An older version is replaced; settings and journal stay. Nothing needs an administrator.
#
#   --without-window    installs also where no window can be drawn: the command line needs none
#   --for-root          installs for root, where root is the one to use it: in a container, say
set -eu
unset CDPATH  # with it, cd goes elsewhere and says where

stop() {
    printf 'Nothing has been installed: %s\n' "$1"
    shift
    [ $# -eq 0 ] || printf '%s\n' "$@"
    exit 1
}

window='' root=''
for option; do
    case $option in
        --without-window) window=$option ;;
        --for-root) root=$option ;;
        *) stop "the option $option is not known." "There are --without-window and --for-root." ;;
    esac
done
if [ "$(id -u)" = 0 ] && [ -z "$root" ]; then
    stop "this installer is for the user who starts it, and needs no administrator." \
        "Start it again as that user, without sudo. For all users of this computer there is the .deb:" \
        "    apt install ./negatoscope_..._amd64.deb" \
        "Where root is the one to use the program, add  -- --for-root  behind the installer's name."
fi
case ${HOME-} in
    /) ;;
    /*) HOME=${HOME%/} ;;
    *) stop "nobody says where your home folder is (the variable HOME)." "Log in anew, and start this again." ;;
esac
# A path that does not begin at the root does not count, says the standard of these folders.
data=${XDG_DATA_HOME-} config=${XDG_CONFIG_HOME-}
case $data in /*) ;; *) data=$HOME/.local/share ;; esac
case $config in /*) ;; *) config=$HOME/.config ;; esac
case $HOME$data$config in
    *[[:cntrl:]]*) stop "the name of your home folder, or of your folder for data or settings, has a line's end" \
        "or another control character in it. Neither can be written into an entry of the menu." ;;
esac
case $HOME in
    *[%=]*) stop "the path of your home folder, $HOME, has a % or = in it," \
        "with which no entry of the menu can start a program." \
        "The .deb installs for all users, and outside of their homes." ;;
esac

here=$(cd "$(dirname "$0")" && pwd)
place=$HOME/.local/lib/negatoscope
bin=$HOME/.local/bin

# What somebody else has put there is not for this installer to take away.
is_there() { [ -e "$1" ] || [ -L "$1" ]; }
not_ours() {
    stop "there is $1 already, and it is not of this installer's making." \
        "Move it or name it otherwise, and start this installer again."
}
! is_there "$place" || [ -e "$place/uninstall.sh" ] || not_ours "$place"
for program in negatoscope negatoscope-cli; do
    ! is_there "$bin/$program" ||
        case $(readlink "$bin/$program") in
            */.local/lib/negatoscope/"$program") ;;
            *) not_ours "$bin/$program" ;;
        esac
done

if ! sh "$here/needs.sh" "$window"; then
    echo
    echo "Nothing has been installed; start this installer again then. (The command line alone needs no window:"
    echo "to install for it, add  -- --without-window  behind the installer's name.)"
    exit 1
fi

# Two at once would take each other's files away. Only flock's status 1 says so; 65 and above, that this drive
# knows no locks.
if command -v flock >/dev/null && [ -r "$HOME" ]; then
    exec 9<"$HOME"
    flock -n 9 || [ $? -ne 1 ] || stop "another installation into $HOME is at work." "Wait until it has ended."
fi

# The files outside of the program's folder: each with a copy that takes its place at the end.
outside() {
    "$@" "$bin/negatoscope"
    "$@" "$bin/negatoscope-cli"
    "$@" "$data/applications/negatoscope.desktop"
    "$@" "$data/mime/packages/negatoscope.xml"
    "$@" "$data/icons/hicolor/scalable/apps/negatoscope.svg"
    "$@" "$data/man/man1/negatoscope.1"
}
make_room() { mkdir -p "$(dirname "$1")"; }
drop_copy() { rm -f "$1.new"; }
take_place() { mv -f "$1.new" "$1"; }
drop_folders() {
    folder=$(dirname "$1")
    while [ "$folder" != "$HOME" ] && [ "$folder" != "$(dirname "$data")" ] && rmdir "$folder" 2>/dev/null; do
        folder=$(dirname "$folder")
    done
}
# Interrupted between leaving and taking its place.
bring_back() { [ -e "$place" ] || [ ! -e "$place.old" ] || mv "$place.old" "$place"; }

tidy() {
    bring_back
    rm -rf "$place.new"
    outside drop_copy
    # Where nothing was installed.
    outside drop_folders
    drop_folders "$place"
    rmdir "$HOME/.local" 2>/dev/null || true
}
trap tidy EXIT
trap 'exit 1' HUP INT TERM

no_room() {
    stop "$1; the reason stands above." \
        "It needs 300 MB in $HOME, in which you may write and which is not full." \
        "Make room there, and start this installer again."
}

# The new one lies there whole, and has been tried, before the old one goes.
{ bring_back && rm -rf "$place.new" "$place.old" && mkdir -p "$place.new" && outside make_room; } ||
    no_room "there is no place for it in your home folder"
# By cd, because tar's own option reads a backslash as the beginning of something else.
{ xz -dc "$here/negatoscope.tar.xz" | (cd "$place.new" && tar -xf -); } || no_room "it could not be unpacked"
if ! said=$("$place.new/negatoscope-cli" --help 2>&1); then
    { printf '#!/bin/sh\n' > "$place.new/try"; } || no_room "it could not be tried"
    chmod +x "$place.new/try"
    "$place.new/try" 2>/dev/null || stop "this computer starts no programs that lie in $HOME" \
        "(the drive is mounted with the option noexec, or a rule of the system forbids it)." \
        "The .deb installs outside of home folders, for all users. Whoever looks after this computer can" \
        "install it, or allow programs in your home folder."
    stop "the program does not start here. It is made for computers with a processor" \
        "of the kind @MACHINE@, and glibc @GLIBC@ or later. This one has $(uname -m), and" \
        "$(getconf GNU_LIBC_VERSION 2>/dev/null || echo "another C library"). It says:" \
        "$(printf '%s\n' "$said" | tail -n 3)"
fi

# The menu does not look at the user's PATH. A text in quotes has a backslash before these four letters, and a
# backslash in a value is itself written as two (Desktop Entry Specification, "The Exec key").
menu_entry() {
    program=$(printf '%s\n' "$place/negatoscope" | sed 's/\\/\\\\\\\\/g; s/["`$]/\\\\&/g')
    while IFS= read -r line; do
        case $line in
            "Exec=negatoscope "*) printf 'Exec="%s" %s\n' "$program" "${line#* }" ;;
            *) printf '%s\n' "$line" ;;
        esac || return 1
    done < "$here/negatoscope.desktop"
}
{
    cp "$here/uninstall.sh" "$place.new/uninstall.sh" &&
    # Where these lie today: whoever removes the program may be told otherwise by then.
    printf '%s\n' "$data" "$config" > "$place.new/folders" &&
    outside drop_copy &&
    ln -s "$place/negatoscope" "$bin/negatoscope.new" &&
    ln -s "$place/negatoscope-cli" "$bin/negatoscope-cli.new" &&
    menu_entry > "$data/applications/negatoscope.desktop.new" &&
    cp "$here/negatoscope.xml" "$data/mime/packages/negatoscope.xml.new" &&
    cp "$here/negatoscope.svg" "$data/icons/hicolor/scalable/apps/negatoscope.svg.new" &&
    cp "$here/negatoscope.1" "$data/man/man1/negatoscope.1.new"
} || no_room "the menu's entry could not be written"

# An older one that was told of other folders has its entries there.
if [ -e "$place/folders" ] && ! cmp -s "$place/folders" "$place.new/folders"; then
    "$place.new/uninstall.sh" --entries
fi
# From here on it is a matter of moments, and half of it would be worse than the whole.
trap '' HUP INT TERM
[ ! -e "$place" ] || mv "$place" "$place.old"
mv "$place.new" "$place"
outside take_place
rm -rf "$place.old"
"$place/uninstall.sh" --refresh

printf '%s\n' "Negatoscope is installed in $place." \
    "Start it from the menu, or by: $bin/negatoscope" \
    "Remove it by: $place/uninstall.sh   (with --purge, settings and journal go too)"
