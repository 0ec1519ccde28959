"""The grammar of the model language: `*.lark` files and nothing else."""
