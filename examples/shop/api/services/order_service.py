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
        if price <= 0:
            raise ValueError("a price is positive")
        product = Product(name=name.strip(), price=price, stock=0)
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

    def reprice_products(self, percent: int) -> int:
        products = self.session.query(Product).all()
        for product in products:
            product.price = product.price * (100 + percent) // 100
        self.session.commit()
        return len(products)

    def sync_product_stock(self) -> None:
        for product in self.session.query(Product).all():
            answer = self.warehouse.get(f"/stock/{product.id}")
            product.stock = answer.json()["count"]
        self.session.commit()

    # mail

    def connect_mail(self) -> None:
        self.smtp.ehlo()
        self.smtp.starttls()

    def send_mail(self, address: str, subject: str, body: str) -> None:
        self.connect_mail()
        text = f"Subject: {subject}\n\n{body}"
        self.smtp.sendmail("shop", [address], text)

    def send_mail_to_all(self, subject: str, body: str, addresses: list[str]) -> None:
        for address in addresses:
            greeting = f"Dear {address},"
            self.send_mail(address, subject, f"{greeting}\n{body}")

    # exchange rates

    def load_rates(self) -> None:
        answer = httpx.get("https://rates.shop.internal/latest")
        self.rates = {name.upper(): float(rate) for name, rate in answer.json().items()}

    def convert_by_rate(self, amount: int, currency: str) -> float:
        if not self.rates:
            self.load_rates()
        return amount * self.rates[currency]

    def average_rate(self) -> float:
        known = list(self.rates.values())
        return sum(known) / len(known)

    # reports

    def add_report_row(self, *cells: str) -> None:
        row = [cell.strip() for cell in cells]
        self.report_rows.append(row)

    def render_report(self) -> str:
        out = io.StringIO()
        csv.writer(out).writerows(self.report_rows)
        return out.getvalue()

    def report_last_week(self) -> str:
        self.report_rows.clear()
        for order in self.list_orders(datetime.now() - timedelta(days=7)):
            self.add_report_row(str(order.id), order.customer.name, order.status)
        return self.render_report()

    def report_stock(self, least: int) -> str:
        self.report_rows.clear()
        for product in self.session.query(Product).filter(Product.stock < least):
            self.add_report_row(str(product.id), product.name, str(product.stock))
        return self.render_report()

    # invoices

    def render_invoice(self, order_id: int) -> str:
        order = self.find_order(order_id)
        if order is None:
            raise LookupError(order_id)
        lines = [f"{line.quantity} x {line.product.name}" for line in order.lines]
        return "\n".join(lines)
