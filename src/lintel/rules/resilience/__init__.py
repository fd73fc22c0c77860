"""What happens when something goes wrong: errors handled, bounded, told, and not lost."""
