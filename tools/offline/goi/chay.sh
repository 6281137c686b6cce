#!/bin/sh
# Finds a Python that suits and lets it do the work: chay.sh cai | go
here=$(cd "$(dirname "$0")" && pwd)
for python in python3 python3.14 python3.13 python3.12 python3.11; do
  if "$python" -I "$here/cai_dat.py" thu >/dev/null 2>&1; then
    exec "$python" -I -X utf8 "$here/cai_dat.py" "$1"
  fi
done
cat "$here/can-python.txt" >&2
exit 6
