#!/bin/sh
# Installs the folder that this script lies in for the user who runs it; makeself starts it after unpacking.
# An older version is replaced; settings and journal stay. Nothing needs an administrator.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
place=$HOME/.local/lib/negatoscope
bin=$HOME/.local/bin

mkdir -p "$HOME/.local/lib" "$bin" "$data/applications" "$data/mime/packages" \
    "$data/icons/hicolor/scalable/apps" "$data/man/man1"
# The new one lies there whole before the old one goes.
rm -rf "$place.new" "$place.old"
cp -R "$here/negatoscope" "$place.new"
cp "$here/uninstall.sh" "$place.new/uninstall.sh"
[ ! -e "$place" ] || mv "$place" "$place.old"
mv "$place.new" "$place"
rm -rf "$place.old"

ln -sf "$place/negatoscope" "$bin/negatoscope"
ln -sf "$place/negatoscope-cli" "$bin/negatoscope-cli"
# The menu does not look at the user's PATH.
sed "s|^Exec=negatoscope|Exec=\"$place/negatoscope\"|" "$here/negatoscope.desktop" \
    > "$data/applications/negatoscope.desktop"
cp "$here/negatoscope.xml" "$data/mime/packages/negatoscope.xml"
cp "$here/negatoscope.svg" "$data/icons/hicolor/scalable/apps/negatoscope.svg"
cp "$here/negatoscope.1" "$data/man/man1/negatoscope.1"
"$place/uninstall.sh" --refresh

echo "Negatoscope is installed in $place."
echo "Start it from the menu, or by: $bin/negatoscope"
echo "Remove it by: $place/uninstall.sh   (with --purge, settings and journal go too)"
