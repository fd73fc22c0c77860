# file: app/stock.py
from app import invoices  # fact: imports: app/stock.py -> app/invoices.py [load] invoices (used: deferred)


def reserve(item):
    return invoices.last_for(item)
# file: app/invoices.py
def last_for(item):
    return item


def cancel(item):
    from app import stock  # want: LNT405 @5 "2 modules import one another through imports inside functions" "app.invoices -> app.stock -> app.invoices"

    stock.reserve(item)
# file: app/reports.py
from app import invoices, stock  # fact: imports: app/reports.py -> app/stock.py [load] stock


def all_reports():
    return [invoices.last_for(1), stock.reserve(1)]
