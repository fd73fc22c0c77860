"""A run from the list of files to the findings that count: plan, workers, gather, suppress, baseline, gate."""
