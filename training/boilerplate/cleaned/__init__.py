"""Fits the trees for cleaned text: what other extractors leave of pages whose story is known."""
