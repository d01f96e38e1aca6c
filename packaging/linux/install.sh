#!/bin/sh
# Installs the folder that this script lies in for the user who runs it; makeself starts it after unpacking.
# An older version is replaced; settings and journal stay. Nothing needs an administrator.
#
#   --without-window    installs also where no window can be drawn: the command line needs none
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
place=$HOME/.local/lib/negatoscope
bin=$HOME/.local/bin

if ! sh "$here/needs.sh" "$@"; then
    echo
    echo "Nothing has been installed; start this installer again then. (The command line alone needs no window:"
    echo "to install for it, add  -- --without-window  behind the installer's name.)"
    exit 1
fi

tidy() {
    rm -rf "$place.new"
    rmdir "$HOME/.local/lib" "$HOME/.local" 2>/dev/null || true  # where nothing was installed
}
trap tidy EXIT
# The new one lies there whole, and has been tried, before the old one goes.
rm -rf "$place.new" "$place.old"
mkdir -p "$place.new"
xz -dc "$here/negatoscope.tar.xz" | tar -xf - -C "$place.new"
cp "$here/uninstall.sh" "$place.new/uninstall.sh"
if ! "$place.new/negatoscope-cli" --help >/dev/null 2>&1; then
    echo "Nothing has been installed: the program does not start here. It is made for computers with a processor"
    echo "of the kind @MACHINE@, and glibc @GLIBC@ or later. This one has $(uname -m), and" \
        "$(getconf GNU_LIBC_VERSION 2>/dev/null || echo "another C library")."
    exit 1
fi
[ ! -e "$place" ] || mv "$place" "$place.old"
mv "$place.new" "$place"
rm -rf "$place.old"

mkdir -p "$bin" "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps" "$data/man/man1"
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
