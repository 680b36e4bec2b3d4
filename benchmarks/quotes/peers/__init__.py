"""Other systems that find quotations, measured on the same texts and the same parse."""
