"""The rules, a module each; `../catalogue.py` lists them."""
