"""The form of one name: where it begins and ends, how it is compared with others, what its form alone says."""
