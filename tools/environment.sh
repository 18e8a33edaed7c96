#!/bin/sh
# Makes .venv and installs the locked dependencies and this package into it.
#
#   sh tools/environment.sh site    what the site is built with
#   sh tools/environment.sh dev     the same, and what the tests need
#   sh tools/environment.sh trust   the same, and what fuzzing, coverage and mutation testing need
#
# PYTHON names the interpreter; without it, the first that is new enough is taken. What was
# installed is noted by content in .venv/*.installed, so that a second run installs nothing and
# needs no network, whatever the times of the files are after a checkout.
set -eu
cd "$(dirname "$0")/.."

stop() {
  echo "$1" >&2
  exit 1
}

is_new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

version_of() {
  "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

find_python() {
  if [ -n "${PYTHON:-}" ]; then
    [ -n "$(version_of "$PYTHON")" ] || stop "PYTHON is set to $PYTHON, which does not run."
    is_new_enough "$PYTHON" ||
      stop "PYTHON is set to $PYTHON, which is Python $(version_of "$PYTHON"); 3.11 or newer is needed."
    echo "$PYTHON"
    return
  fi
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if is_new_enough "$name"; then
      echo "$name"
      return
    fi
  done
  found=$(version_of python3 || true)
  [ -n "$found" ] ||
    stop "python3 is missing; install Python 3.11 or newer (on Debian and Ubuntu: apt-get install python3 python3-venv)."
  stop "python3 is Python $found; install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3 …"
}

make_environment() {
  # An environment whose interpreter is gone, or is not the one asked for, is made anew.
  if [ -n "$(version_of .venv/bin/python || true)" ]; then
    [ -n "${PYTHON:-}" ] || return 0
    [ "$(version_of .venv/bin/python)" != "$(version_of "$python")" ] || return 0
  fi
  # Debian and Ubuntu keep ensurepip in a package of its own.
  "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
    stop "Python's venv module is missing; on Debian and Ubuntu install it with: apt-get install python3-venv (or python$(version_of "$python")-venv)."
  echo "Making .venv with Python $(version_of "$python") …"
  "$python" -m venv --clear .venv || stop "$python could not make .venv."
}

# Old versions of pip fall back on site packages of the user, and newer ones advertise themselves.
quiet_pip() {
  PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install -qq "$@"
}

install_lock() {
  stamp=.venv/$1.installed
  state=$(cksum <"requirements/$1.lock")
  if [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then return; fi
  rm -f "$stamp"
  echo "Installing the locked dependencies of requirements/$1.lock …"
  # Without build isolation the few packages that come as source are built with the locked
  # setuptools, which site.lock brings, and nothing that the lock does not name is fetched.
  quiet_pip --require-hashes --no-build-isolation -r "requirements/$1.lock" ||
    stop "installing requirements/$1.lock failed; the first run needs the Python package index, see above."
  echo "$state" >"$stamp"
}

install_project() {
  stamp=.venv/project.installed
  # The folder is part of it: an editable install names it, and the folder may have moved.
  state="$(cat pyproject.toml plugins/postil/__init__.py | cksum) $(pwd)"
  if [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then return; fi
  rm -f "$stamp"
  echo "Installing postil from plugins/ …"
  quiet_pip --no-build-isolation --no-deps --no-index --editable . ||
    stop "installing postil from plugins/ failed, see above."
  echo "$state" >"$stamp"
}

python=$(find_python)
make_environment
install_lock site
[ "$1" = site ] || install_lock dev
[ "$1" != trust ] || install_lock trust
install_project
