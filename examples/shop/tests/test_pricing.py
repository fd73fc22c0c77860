"""Test data may be fixed: none of this is reported."""

from api.services.pricing import Pricing

PASSWORD = "not-a-secret-of-anyone"
API_URL = "http://localhost:8000"


def test_gross_adds_the_tax():
    assert Pricing(tax_percent=20).gross([]) == 0
