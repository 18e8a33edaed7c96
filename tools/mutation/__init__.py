"""Mutation testing: `python -m tools.mutation [GROUP or MODULE …]`.

Each function of `anchor/` and of the modules of `render/` that splice is changed in small ways, one
at a time, and a test should fail. mutmut (https://mutmut.readthedocs.io) makes the changes; they
are tried here, since mutmut starts pytest anew for each one, which takes longer than the tests.
Changes that no test notices are listed; `tools/mutation.toml` says of each why none can.
"""
