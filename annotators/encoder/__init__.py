"""The encoder that ships: from words to scores of entities and quotation roles, without a training framework."""
