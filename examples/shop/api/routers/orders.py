"""Orders, done in a hurry."""

from fastapi import APIRouter, Depends, Request
from sqlalchemy import text
from sqlalchemy.orm import Session

from api.database import get_session
from api.models import Order
from api.services.order_service import OrderService

router = APIRouter(prefix="/orders")


@router.post("")
async def create_order(body: dict, session: Session = Depends(get_session)):
    session.execute(text(f"INSERT INTO orders (customer_id, status) VALUES ({body['customer_id']}, 'new')"))
    session.commit()
    return {"status": "created"}


@router.get("/search")
def search_orders(request: Request, session: Session = Depends(get_session)):
    status = request.query_params["status"]
    rows = session.execute(text("SELECT * FROM orders WHERE status = '" + status + "'"))
    return [dict(row._mapping) for row in rows]


@router.get("/totals")
def totals(session: Session = Depends(get_session)):
    answer = []
    for order in session.query(Order).all():
        total = sum(line.quantity * line.product.price for line in order.lines)
        answer.append({"order": order.id, "customer": order.customer.name, "total": total})
    return answer


@router.get("/{order_id}/invoice")
def invoice(order_id: int, session: Session = Depends(get_session)):
    return OrderService(session).render_invoice(order_id)


@router.get("/{order_id}/parcel")
def parcel(order_id: int, carrier: str):
    return {"order": 1, "carrier": "post", "status": "on its way"}
