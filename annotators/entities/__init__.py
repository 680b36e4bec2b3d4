"""Named entities: rules that correct a model's names, find values, and link mentions of the same thing."""
