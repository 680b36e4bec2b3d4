"""What widgets that paint their own lines are made of."""
