class BackOfficeService:  # want: LNT401 @1 "class BackOfficeService" "16 functions" "campaign (4), customer (4), invoice (4), warehouse (4)"
    def __init__(self, session):
        self.session = session

    def create_customer(self, key):
        row = self.session.get("customer", key)
        row["create"] = True

    def rename_customer(self, key):
        row = self.session.get("customer", key)
        row["rename"] = True

    def delete_customer(self, key):
        row = self.session.get("customer", key)
        row["delete"] = True

    def export_customer(self, key):
        row = self.session.get("customer", key)
        row["export"] = True

    def create_invoice(self, key):
        row = self.session.get("invoice", key)
        row["create"] = True

    def rename_invoice(self, key):
        row = self.session.get("invoice", key)
        row["rename"] = True

    def delete_invoice(self, key):
        row = self.session.get("invoice", key)
        row["delete"] = True

    def export_invoice(self, key):
        row = self.session.get("invoice", key)
        row["export"] = True

    def create_campaign(self, key):
        row = self.session.get("campaign", key)
        row["create"] = True

    def rename_campaign(self, key):
        row = self.session.get("campaign", key)
        row["rename"] = True

    def delete_campaign(self, key):
        row = self.session.get("campaign", key)
        row["delete"] = True

    def export_campaign(self, key):
        row = self.session.get("campaign", key)
        row["export"] = True

    def create_warehouse(self, key):
        row = self.session.get("warehouse", key)
        row["create"] = True

    def rename_warehouse(self, key):
        row = self.session.get("warehouse", key)
        row["rename"] = True

    def delete_warehouse(self, key):
        row = self.session.get("warehouse", key)
        row["delete"] = True

    def export_warehouse(self, key):
        row = self.session.get("warehouse", key)
        row["export"] = True


class InvoiceService:
    def __init__(self, session):
        self.session = session

    def create_invoice(self, key):
        row = self.session.get("invoice", key)
        row["create"] = True

    def rename_invoice(self, key):
        row = self.session.get("invoice", key)
        row["rename"] = True

    def delete_invoice(self, key):
        row = self.session.get("invoice", key)
        row["delete"] = True

    def export_invoice(self, key):
        row = self.session.get("invoice", key)
        row["export"] = True

    def create_invoice_line(self, key):
        row = self.session.get("invoice_line", key)
        row["create"] = True

    def rename_invoice_line(self, key):
        row = self.session.get("invoice_line", key)
        row["rename"] = True

    def delete_invoice_line(self, key):
        row = self.session.get("invoice_line", key)
        row["delete"] = True

    def export_invoice_line(self, key):
        row = self.session.get("invoice_line", key)
        row["export"] = True

    def create_invoice_address(self, key):
        row = self.session.get("invoice_address", key)
        row["create"] = True

    def rename_invoice_address(self, key):
        row = self.session.get("invoice_address", key)
        row["rename"] = True

    def delete_invoice_address(self, key):
        row = self.session.get("invoice_address", key)
        row["delete"] = True

    def export_invoice_address(self, key):
        row = self.session.get("invoice_address", key)
        row["export"] = True

    def create_invoice_total(self, key):
        row = self.session.get("invoice_total", key)
        row["create"] = True

    def rename_invoice_total(self, key):
        row = self.session.get("invoice_total", key)
        row["rename"] = True

    def delete_invoice_total(self, key):
        row = self.session.get("invoice_total", key)
        row["delete"] = True

    def export_invoice_total(self, key):
        row = self.session.get("invoice_total", key)
        row["export"] = True
