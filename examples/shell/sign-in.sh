#!/bin/sh
# A login with curl, judged by the exit code of `saml-rehearsal wait`: 0 accepted, 1 refused.
# Usage: npm test -- [fault ...]   (npm puts the programs of packages on the PATH)
set -eu

work=$(mktemp -d)
saml-rehearsal start --port 0 --entra-port 0 --store memory --data-dir "$work/data" --json >"$work/started.json" &
harness=$!
trap 'kill "$harness" 2>/dev/null || true; rm -rf "$work"' EXIT

# The first line says where it listens.
until [ -s "$work/started.json" ]; do kill -0 "$harness"; sleep 0.1; done
json() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$work/started.json"; }
url=$(json url)
entra=$(json entraUrl)

# The next login at the stand-in is of this user, without a page, with these faults.
faults=$(for fault in "$@"; do printf '"%s",' "$fault"; done)
curl --fail --silent --show-error --output /dev/null "$entra/api/v1/logins/next" \
  --header 'Content-Type: application/json' \
  --data "{\"user\":\"B.Simon@contoso.com\",\"faults\":[${faults%,}]}"

# Two pages of SAML, each a form that a browser would post by itself.
action() { sed -n 's/.*<form[^>]* action="\([^"]*\)".*/\1/p' "$1" | sed 's/&amp;/\&/g'; }
field() { sed -n "s/.*name=\"$2\" value=\"\([^\"]*\)\".*/\1/p" "$1"; }
curl --fail --silent --show-error --output "$work/request.html" "$url/login/saml?email=B.Simon@contoso.com"
curl --fail --silent --show-error --output "$work/response.html" "$(action "$work/request.html")" \
  --data-urlencode "SAMLRequest=$(field "$work/request.html" SAMLRequest)"
curl --silent --show-error --output /dev/null "$(action "$work/response.html")" \
  --data-urlencode "SAMLResponse=$(field "$work/response.html" SAMLResponse)"

# `--after 0`: the login may have come already.
saml-rehearsal wait --url "$url" --after 0 --timeout 30
