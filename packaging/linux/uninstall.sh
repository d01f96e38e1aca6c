#!/bin/sh
# Removes the program that install.sh put here for this user.
#
#   uninstall.sh            keeps settings and journal
#   uninstall.sh --purge    removes them too
set -eu

data=${XDG_DATA_HOME:-$HOME/.local/share}
config=${XDG_CONFIG_HOME:-$HOME/.config}
place=$HOME/.local/lib/negatoscope

refresh() {
    # Desktops that have these programs find our entry faster; the others find it in time.
    command -v update-mime-database >/dev/null && update-mime-database "$data/mime" || true
    command -v update-desktop-database >/dev/null && update-desktop-database "$data/applications" || true
}

[ "${1-}" != --refresh ] || { refresh; exit 0; }

rm -rf "$place"
for file in "$HOME/.local/bin/negatoscope" "$HOME/.local/bin/negatoscope-cli" \
    "$data/applications/negatoscope.desktop" "$data/mime/packages/negatoscope.xml" \
    "$data/icons/hicolor/scalable/apps/negatoscope.svg" "$data/man/man1/negatoscope.1"; do
    rm -f "$file"
done
refresh
# What the two programs above made, where it was for us alone.
holds() { ls "$1"/*"$2" >/dev/null 2>&1; }
holds "$data/applications" .desktop || rm -f "$data/applications/mimeinfo.cache"
# By their names: other programs and people keep files there, too.
holds "$data/mime/packages" .xml || for file in aliases generic-icons globs globs2 icons magic mime.cache \
    subclasses treemagic types version XMLnamespaces; do
    rm -f "$data/mime/$file"
done
if [ "${1-}" = --purge ]; then
    rm -rf "$config/Negatoscope" "$data/Negatoscope"
fi
# Folders that the installation or the program made, where nothing else is in them.
for folder in "$HOME/.local/lib" "$HOME/.local/bin" "$data/applications" \
    "$data/mime/packages" "$data/mime/application" "$data/mime/image" "$data/mime" \
    "$data/icons/hicolor/scalable/apps" "$data/icons/hicolor/scalable" "$data/icons/hicolor" "$data/icons" \
    "$data/man/man1" "$data/man" "$data" "$HOME/.local" "$config"; do
    rmdir "$folder" 2>/dev/null || true
done
echo "Negatoscope is removed."
