#!/bin/sh
exec sh "$(dirname "$0")/goi/chay.sh" cai
