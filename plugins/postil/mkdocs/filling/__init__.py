"""The content of the pages without a file of their own, and the files for machines.

Each part is made of the whole site and changes nothing, so that several processes may share them.
"""
