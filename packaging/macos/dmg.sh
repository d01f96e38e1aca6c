#!/bin/sh
# Makes the disk image of a frozen program on macOS, signed and notarised where the secrets are.
#
#   packaging/macos/dmg.sh dist/Negatoscope.app dist/Negatoscope-0.1.0-arm64.dmg
#
# SIGNING_IDENTITY   the name of a Developer ID Application certificate in the keychain; unsigned without
# NOTARY_KEY, NOTARY_KEY_ID, NOTARY_ISSUER   an App Store Connect key (its file, ID and issuer); not notarised
#                    without. What is notarised is stapled, too: a Mac without internet cannot ask Apple.
set -eu

app=$1 image=$2
here=$(cd "$(dirname "$0")" && pwd)
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT

if [ -n "${SIGNING_IDENTITY:-}" ]; then
    # From the inside out: a signature holds what it encloses.
    find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
        xargs -0 codesign --force --timestamp --options runtime --sign "$SIGNING_IDENTITY"
    find "$app/Contents/Frameworks" -name '*.framework' -print0 2>/dev/null |
        xargs -0 -r codesign --force --timestamp --options runtime --sign "$SIGNING_IDENTITY"
    for program in negatoscope-cli negatoscope; do
        codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
            --sign "$SIGNING_IDENTITY" "$app/Contents/MacOS/$program"
    done
    codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "$SIGNING_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
fi

notarise() { xcrun notarytool submit "$1" --wait --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER"; }

if [ -n "${NOTARY_KEY:-}" ]; then
    # The program too, and not the image alone: it is copied out of it.
    ditto -c -k --keepParent "$app" "$staging/program.zip"
    notarise "$staging/program.zip"
    xcrun stapler staple "$app"
fi

mkdir "$staging/image"
cp -R "$app" "$staging/image/"
ln -s /Applications "$staging/image/Applications"
make_image() {
    hdiutil create -volname Negatoscope -srcfolder "$staging/image" -fs HFS+ -format UDZO -ov "$image"
}
# Now and then it says "Resource busy", for as long as something of the system looks at the new volume.
tried=1
until make_image; do
    [ "$tried" -lt 5 ] || exit 1
    echo "The disk image could not be made; trying again ..." >&2
    sleep $((tried * 5))
    tried=$((tried + 1))
done

if [ -n "${SIGNING_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$SIGNING_IDENTITY" "$image"
fi
if [ -n "${NOTARY_KEY:-}" ]; then
    notarise "$image"
    xcrun stapler staple "$image"
    xcrun stapler validate "$image"
fi
