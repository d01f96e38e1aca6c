#!/bin/sh
# Signs dist/SHA256SUMS with the OpenPGP key in RELEASE_KEY (secret, armoured); without one, says so.
set -eu
cd "$(dirname "$0")/../dist"
if [ -z "${RELEASE_KEY:-}" ]; then
    echo "SHA256SUMS is not signed, for want of a key (RELEASE_KEY)."
    exit 0
fi
GNUPGHOME=$(mktemp -d)
export GNUPGHOME
trap 'rm -rf "$GNUPGHOME"' EXIT
printf '%s\n' "$RELEASE_KEY" | gpg --batch --quiet --import
gpg --batch --yes --armor --detach-sign --output SHA256SUMS.asc SHA256SUMS
gpg --batch --verify SHA256SUMS.asc SHA256SUMS
