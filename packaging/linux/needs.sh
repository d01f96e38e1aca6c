#!/bin/sh
# Says what this computer lacks for the program, and how to get it. Silent, with status 0, where nothing is
# lacking. Those are parts that belong to the system and not to a program: the driver's libraries for drawing,
# the layouts of keyboards, fonts; and xz, which unpacks the program.
#
#   --without-window    asks for xz alone
set -eu

lacking=
command -v xz >/dev/null || lacking=xz
any() { find "$@" 2>/dev/null | head -n 1 | grep -q .; }
if [ "${1-}" != --without-window ]; then
    # Those that are neither in the bundle nor in the C library. Wayland's are not asked for: where they are
    # missing, Qt goes on by X11.
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    for library in libGL.so.1 libEGL.so.1 libxcb.so.1; do
        # Where nobody can say which libraries there are, they are taken to be there.
        [ -z "$known" ] || echo "$known" | grep -q "$library (libc6,[^)]*64" || lacking="$lacking $library"
    done
    [ -d /usr/share/X11/xkb ] || lacking="$lacking keyboards"
    { [ -e /etc/fonts/fonts.conf ] && any /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" \
        "$HOME/.local/share/fonts" -name '*.[ot]t[fc]'; } || lacking="$lacking fonts"
fi
[ -n "$lacking" ] || exit 0

for manager in apt-get dnf zypper pacman none; do
    ! command -v "$manager" >/dev/null || break
done
# Debian's packages are named after the library, with exceptions; RPM finds them by the library itself.
package() {
    case $manager:$1 in
        apt-get:xz) echo xz-utils ;;
        *:xz) echo xz ;;
        apt-get:keyboards) echo xkb-data ;;
        apt-get:fonts) echo fontconfig-config fonts-dejavu-core ;;
        apt-get:libGL.so.1) echo libgl1 ;;
        apt-get:libEGL.so.1) echo libegl1 ;;
        apt-get:libxcb.so.1) echo libxcb1 ;;
        *:keyboards) echo xkeyboard-config ;;
        pacman:fonts) echo fontconfig ttf-dejavu ;;
        *:fonts) echo fontconfig dejavu-sans-fonts ;;
        pacman:libxcb.so.1) echo libxcb ;;
        pacman:*) echo libglvnd ;;
        *) echo "'$1()(64bit)'" ;;
    esac
}
packages=$(for each in $lacking; do package "$each"; done | sort -u | tr '\n' ' ')

echo "This computer lacks parts of the system that Negatoscope needs:"
echo
for each in $lacking; do
    case $each in
        xz) echo "    the program xz, to unpack" ;;
        keyboards) echo "    the layouts of keyboards" ;;
        fonts) echo "    fonts, to write with" ;;
        *) echo "    the library $each, to draw a window" ;;
    esac
done
echo
case $manager in
    apt-get) add="apt-get install --yes" ;;
    pacman) add="pacman -S --needed" ;;
    *) add="$manager install" ;;
esac
if [ "$manager" = none ]; then
    echo "Please ask whoever looks after this computer to add them."
else
    echo "Whoever looks after this computer can add them, with the rights of an administrator, by:"
    echo
    echo "    $add ${packages% }"
fi
exit 1
