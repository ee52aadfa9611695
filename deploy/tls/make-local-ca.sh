#!/usr/bin/env bash
# make-local-ca.sh DIRECTORY NAME...: a certification authority for trying TLS, and a certificate for each host name:
#   ca.crt, and NAME.crt with NAME.key. Not for production: the key of the authority is next to its certificate.
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,3p' "$0" >&2; exit 2; }
directory="$1"
shift
mkdir -p "$directory"
umask 077
cd "$directory"
if [ ! -f ca.crt ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 365 -subj "/CN=PKH, for trying TLS" \
    -addext "keyUsage=critical,keyCertSign,cRLSign" -keyout ca.key -out ca.crt 2> /dev/null
fi
for name in "$@"; do
  openssl req -newkey rsa:3072 -nodes -subj "/CN=$name" -keyout "$name.key" -out "$name.csr" 2> /dev/null
  openssl x509 -req -in "$name.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 365 -out "$name.crt" 2> /dev/null \
    -extfile <(printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n' "$name")
  rm "$name.csr"
  openssl verify -CAfile ca.crt "$name.crt"
done
chmod a+r ca.crt ./*.crt
