#!/bin/sh
# On a build machine of GitHub: puts the certificate for signing into a keychain of this job, and the notary's
# key into a file that later steps find. Does nothing where there is no secret.
#
# CERTIFICATE, PASSWORD   a .p12 as base64, and its password
# NOTARY_KEY              the text of a .p8
set -eu

if [ -n "${CERTIFICATE:-}" ]; then
    keychain="$RUNNER_TEMP/negatoscope.keychain-db"
    secret=$(uuidgen)
    printf '%s' "$CERTIFICATE" | base64 --decode >"$RUNNER_TEMP/certificate.p12"
    security create-keychain -p "$secret" "$keychain"
    security set-keychain-settings -lut 7200 "$keychain"
    security unlock-keychain -p "$secret" "$keychain"
    security import "$RUNNER_TEMP/certificate.p12" -k "$keychain" -P "$PASSWORD" -T /usr/bin/codesign
    security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" >/dev/null
    security list-keychains -d user -s "$keychain"
    rm "$RUNNER_TEMP/certificate.p12"
fi
if [ -n "${NOTARY_KEY:-}" ]; then
    printf '%s\n' "$NOTARY_KEY" >"$RUNNER_TEMP/notary.p8"
    echo "NOTARY_KEY=$RUNNER_TEMP/notary.p8" >>"$GITHUB_ENV"
fi
