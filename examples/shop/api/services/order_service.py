"""The class that everything ended up in."""

import csv
import io
import smtplib
from datetime import datetime, timedelta

import httpx
from sqlalchemy.orm import Session

from api.database import WAREHOUSE_URL
from api.models import Customer, Order, OrderLine, Product


class OrderService:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.warehouse = httpx.Client(base_url=WAREHOUSE_URL)
        self.smtp = smtplib.SMTP("smtp.shop.internal")
        self.rates: dict[str, float] = {}
        self.report_rows: list[list[str]] = []

    # orders

    def create_order(self, customer_id: int, lines: list[dict]) -> Order:
        order = Order(customer_id=customer_id, placed_at=datetime.now(), status="new")
        self.session.add(order)
        for line in lines:
            self.session.add(OrderLine(order=order, product_id=line["product"], quantity=line["quantity"]))
        self.session.commit()
        return order

    def find_order(self, order_id: int) -> Order | None:
        return self.session.get(Order, order_id)

    def cancel_order(self, order_id: int) -> None:
        order = self.find_order(order_id)
        if order is not None:
            order.status = "cancelled"
            self.session.commit()

    def ship_order(self, order_id: int) -> None:
        order = self.find_order(order_id)
        if order is not None:
            order.status = "shipped"
            self.session.commit()

    def list_orders(self, since: datetime) -> list[Order]:
        return self.session.query(Order).filter(Order.placed_at >= since).all()

    # customers

    def create_customer(self, name: str, email: str) -> Customer:
        customer = Customer(name=name, email=email)
        self.session.add(customer)
        self.session.commit()
        return customer

    def find_customer(self, email: str) -> Customer | None:
        return self.session.query(Customer).filter_by(email=email).first()

    def rename_customer(self, email: str, name: str) -> None:
        customer = self.find_customer(email)
        if customer is not None:
            customer.name = name
            self.session.commit()

    def delete_customer(self, email: str) -> None:
        customer = self.find_customer(email)
        if customer is not None:
            self.session.delete(customer)
            self.session.commit()

    def merge_customers(self, keep: str, drop: str) -> None:
        kept, dropped = self.find_customer(keep), self.find_customer(drop)
        if kept is not None and dropped is not None:
            kept.orders.extend(dropped.orders)
            self.delete_customer(drop)

    # products and stock

    def create_product(self, name: str, price: int) -> Product:
        product = Product(name=name, price=price, stock=0)
        self.session.add(product)
        self.session.commit()
        return product

    def find_product(self, product_id: int) -> Product | None:
        return self.session.get(Product, product_id)

    def refill_product(self, product_id: int, amount: int) -> None:
        product = self.find_product(product_id)
        if product is not None:
            product.stock += amount
            self.session.commit()

    def sync_stock(self) -> None:
        for product in self.session.query(Product).all():
            product.stock = self.warehouse.get(f"/stock/{product.id}").json()["count"]
        self.session.commit()

    def order_from_warehouse(self, product_id: int, amount: int) -> None:
        self.warehouse.post("/refills", json={"product": product_id, "amount": amount})

    # mail

    def connect_mail(self) -> None:
        self.smtp.ehlo()
        self.smtp.starttls()

    def send_mail(self, address: str, subject: str, body: str) -> None:
        self.connect_mail()
        self.smtp.sendmail("shop", [address], f"Subject: {subject}\n\n{body}")

    def send_newsletter(self, subject: str, body: str, addresses: list[str]) -> None:
        for address in addresses:
            self.send_mail(address, subject, body)

    # currencies

    def load_rates(self) -> None:
        self.rates = httpx.get("https://rates.shop.internal/latest").json()

    def convert(self, amount: int, currency: str) -> float:
        if not self.rates:
            self.load_rates()
        return amount * self.rates[currency]

    def known_currencies(self) -> list[str]:
        return sorted(self.rates)

    # reports

    def add_report_row(self, *cells: str) -> None:
        self.report_rows.append(list(cells))

    def render_report(self) -> str:
        out = io.StringIO()
        csv.writer(out).writerows(self.report_rows)
        return out.getvalue()

    def clear_report(self) -> None:
        self.report_rows.clear()

    def report_last_week(self) -> str:
        self.clear_report()
        for order in self.list_orders(datetime.now() - timedelta(days=7)):
            self.add_report_row(str(order.id), order.customer.name, order.status)
        return self.render_report()

    def render_invoice(self, order_id: int) -> str:
        order = self.find_order(order_id)
        return "" if order is None else "\n".join(f"{line.quantity} x {line.product.name}" for line in order.lines)
