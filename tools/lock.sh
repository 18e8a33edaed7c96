#!/bin/sh
# Resolves requirements/*.lock anew from pyproject.toml, for Python 3.11 to 3.14 on every platform,
# with the hash of every file of every release, and no address of an index.
#
# The site's lock is resolved within the developers' lock, so that both name the same versions.
# Set UPGRADE=1 to take the newest releases; without it, what is locked stays.
set -eu
cd "$(dirname "$0")/.."

resolver=.cache/lock
if [ ! -x "$resolver/bin/uv" ]; then
  echo "Installing the resolver in $resolver …"
  .venv/bin/python -m venv "$resolver"
  "$resolver/bin/python" -m pip install -qq --disable-pip-version-check 'uv>=0.13'
fi

compile() {
  "$resolver/bin/uv" --no-config pip compile --quiet --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
    ${UPGRADE:+--upgrade} "$@"
}

echo "Locking the developers' environment …"
compile pyproject.toml --group dev --output-file requirements/dev.lock
echo "Locking what fuzzing, coverage and mutation testing need …"
compile pyproject.toml --group trust --constraints requirements/dev.lock \
  --no-annotate --output-file requirements/trust.lock
echo "Locking the site's environment …"
compile pyproject.toml --group build --constraints requirements/dev.lock \
  --no-annotate --output-file requirements/site.lock
