"""Functions of plain text: line ends, languages, hyphens, footnotes, patterns and fingerprints."""
