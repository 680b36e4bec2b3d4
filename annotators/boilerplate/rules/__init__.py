"""Rules that relabel blocks by explicit evidence, such as set phrases or markup, over the model's prediction.

Each module holds one rule. A rule takes the text and the predicted labels, one per block, and returns as many labels in
the same order; a label that a rule changes gets a fixed score and a reason.
"""
