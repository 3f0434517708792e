#!/bin/sh
# Makes the certificates of the tests in this directory, with OpenSSL 3.
set -eu
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
touch "$work/index.txt"
valid='-startdate 20200101000000Z -enddate 21260101000000Z -batch -notext'

made() {
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$work/$1.csr" -subj "/CN=$2"
  openssl rand -hex 8 > "$work/serial"
  (cp certificates.cnf "$1.key" "$work" && cd "$work" && openssl ca -config certificates.cnf $valid -extensions "$3" $4 -in "$1.csr" -out "$1.pem")
  cp "$work/$1.pem" .
}

made ca 'Lotse test authority' authority '-selfsign -keyfile ca.key'
made other-ca 'Another test authority' authority '-selfsign -keyfile other-ca.key'
made server localhost server '-cert ca.pem -keyfile ca.key'
made client 'Lotse test worker' client '-cert ca.pem -keyfile ca.key'
rm ca.key other-ca.key
