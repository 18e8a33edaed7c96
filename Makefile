# Every command of this repository. `make` lists them.
#
# Needs make, a POSIX shell and Python 3.11 or newer, and git for the tests; everything else is
# installed into .venv from the locks in requirements/. Works with GNU make 3.81 (macOS) and later.

RUN := .venv/bin/python -m
JOBS := 2

# Material prints a notice about the end of MkDocs 1.x at every build. It is known here (see
# ARCHITECTURE.md), and this is the documented way to switch it off.
export NO_MKDOCS_2_WARNING := 1

# Tests start hundreds of programs, which need not compile the package each, whatever the shell says.
test trust coverage: export PYTHONDONTWRITEBYTECODE :=

# Options for one run, such as: make test ARGS="-k packaging"
ARGS :=

.DEFAULT_GOAL := help
.PHONY: help site serve check test trust fuzz coverage mutation lint format lock reference picture \
	bench-anchoring bench-building bench-reading clean site-environment environment trust-environment checkers git chromium

help: ## List the commands
	@echo 'Commands:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | \
	  while IFS='|' read -r name text; do printf '  make %-16s %s\n' "$$name" "$$text"; done

site: site-environment ## Build the site into site/, strictly
	@$(RUN) mkdocs build --strict
	@echo "Built into $(CURDIR)/site, ready for any web server. To read it here, run 'make serve' and open http://127.0.0.1:$(or $(PORT),8000)/."

serve: site-environment ## Show the site at http://127.0.0.1:8000 and follow every change
	@$(RUN) mkdocs serve --dev-addr 127.0.0.1:$(or $(PORT),8000)

check: site-environment ## Read and anchor everything and report problems, without building
	@$(RUN) postil check $(ARGS)

test: lint chromium ## Run every check and test, browser tests included
	@POSTIL_CHROMIUM="$$(.venv/bin/python tools/chromium.py)" \
	  $(RUN) pytest -n $(JOBS) --dist worksteal $(ARGS)

trust: chromium git ## Try everything that strangers can send at length; make test tries a share of it
	@POSTIL_RECORD_TRIED=1 POSTIL_CHROMIUM="$$(.venv/bin/python tools/chromium.py)" \
	  $(RUN) pytest -n $(JOBS) --dist worksteal -m trust $(ARGS)

fuzz: trust-environment ## Fuzz every way in (TIME=60 seconds or RUNS=100000 inputs each, JOBS=2 at a time)
	@$(RUN) fuzz --jobs $(JOBS) $(if $(RUNS),--runs $(RUNS),--time $(or $(TIME),60)) $(ARGS)

coverage: trust-environment chromium ## Run the tests and list the lines and branches that none reaches
	@mkdir -p .cache/coverage
	@POSTIL_CHROMIUM="$$(.venv/bin/python tools/chromium.py)" \
	  $(RUN) pytest -n $(JOBS) --dist worksteal --cov --cov-report= --cov-fail-under=0 $(ARGS)
	@$(RUN) coverage report $(if $(ARGS),--fail-under=0)

mutation: trust-environment ## Change the code in small ways, and see whether the tests notice (about an hour)
	@JOBS=$(JOBS) $(RUN) tools.mutation $(ARGS)

lint: checkers git ## Check style, types and who imports whom
	@$(RUN) ruff check --quiet
	@$(RUN) ruff format --check --quiet
	@$(RUN) mypy
	@$(RUN) mypy tools fuzz
	@.venv/bin/python tools/checkers.py typescript/bin/tsc --project tools/checkers
	@.venv/bin/python -c 'from importlinter.cli import lint_imports_command as run; run()' --no-logo

format: environment ## Format the code and mend what ruff can mend
	@$(RUN) ruff check --fix --quiet
	@$(RUN) ruff format --quiet

lock: site-environment ## Resolve requirements/*.lock anew (UPGRADE=1 takes the newest releases)
	@sh tools/lock.sh

reference: environment ## Write docs/reference and the schemas for editors anew from the code
	@$(RUN) tools.reference

picture: site chromium ## Take the pictures of the README anew
	@.venv/bin/python tools/picture.py "$$(.venv/bin/python tools/chromium.py)"

bench-anchoring: environment ## Measure anchoring beside its peers (fetches them; needs npm)
	@.venv/bin/python benchmarks/anchoring/setup.py
	@.venv/bin/python benchmarks/anchoring/run.py $(ARGS)

bench-building: environment ## Measure how long sites take to build, beside MkDocs without notes
	@.venv/bin/python benchmarks/building/run.py $(ARGS)

bench-reading: chromium ## Measure how texts with 1,000 and with 10,000 notes read
	@POSTIL_CHROMIUM="$$(.venv/bin/python tools/chromium.py)" \
	  .venv/bin/python benchmarks/reading/run.py $(ARGS)

clean: ## Remove everything that was made here: site/, .venv and caches
	@rm -rf site .venv .cache benchmarks/*/.cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

site-environment:
	@sh tools/environment.sh site

environment:
	@sh tools/environment.sh dev

trust-environment:
	@sh tools/environment.sh trust

checkers: environment
	@.venv/bin/python tools/checkers.py

git:
	@command -v git >/dev/null || { echo 'git is missing; install git (on Debian and Ubuntu: apt-get install git).' >&2; exit 1; }

chromium: environment
	@.venv/bin/python tools/chromium.py --install >/dev/null
