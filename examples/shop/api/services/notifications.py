"""Mails to customers."""

import smtplib
from email.message import EmailMessage

MAIL_HOST = "smtp.shop.internal"
MAIL_SENDER = "orders@shop-mail.io"


def send_confirmation(address: str, order_id: int) -> None:
    message = EmailMessage()
    message["To"] = address
    message["From"] = MAIL_SENDER
    message.set_content(f"Thank you. Your order has the number {order_id}.")
    try:
        with smtplib.SMTP(MAIL_HOST, 587) as server:
            server.login("orders", "Xy7-pLq9-Tm3s")
            server.send_message(message)
    except Exception:
        pass


def send_reminder(address: str, order_id: int) -> None:
    # TODO: use the template of the marketing team
    pass


def send_invoice(address: str, pdf: bytes) -> None:
    """Send the invoice as an attachment."""
    raise NotImplementedError


def is_deliverable(address: str) -> bool:
    try:
        user, domain = address.split("@")
    except ValueError:
        return False
    return bool(user) and "." in domain
