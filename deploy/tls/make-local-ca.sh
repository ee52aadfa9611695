#!/usr/bin/env bash
# make-local-ca.sh DIRECTORY NAME...: a certification authority for trying TLS, and for each host name a directory to mount:
#   NAME/tls.crt and NAME/tls.key, both in NAME/tls.pem, the authority in NAME/ca.crt and, for Java, in NAME/ca.p12 (password: changeit).
# Not for production: the key of the authority is next to its certificate. Needs openssl and keytool.
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,4p' "$0" >&2; exit 2; }
directory="$1"
shift
keytool="${JAVA_HOME:+$JAVA_HOME/bin/}keytool"
umask 077
mkdir -p "$directory"
cd "$directory"
if [ ! -f ca.crt ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 365 -subj "/CN=PKH, for trying TLS" \
    -addext "keyUsage=critical,keyCertSign,cRLSign" -keyout ca.key -out ca.crt 2> /dev/null
  "$keytool" -importcert -noprompt -alias pkh -file ca.crt -keystore ca.p12 -storetype PKCS12 -storepass changeit 2> /dev/null
fi
for name in "$@"; do
  mkdir -p "$name"
  openssl req -newkey rsa:3072 -nodes -subj "/CN=$name" -keyout "$name/tls.key" -out "$name/request" 2> /dev/null
  openssl x509 -req -in "$name/request" -CA ca.crt -CAkey ca.key -CAcreateserial -days 365 -out "$name/tls.crt" 2> /dev/null \
    -extfile <(printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n' "$name")
  rm "$name/request"
  openssl verify -CAfile ca.crt "$name/tls.crt"
  cat "$name/tls.key" "$name/tls.crt" > "$name/tls.pem"
  cp ca.crt ca.p12 "$name/"
  # The user of the container reads them. On this machine the directory above keeps them private.
  chmod -R a+rX "$name"
done
