"""Configuration and secrets: values that belong to one environment, or to nobody's eyes, written into code."""
