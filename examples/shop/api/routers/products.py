"""Products, done as they should be: typed bodies, a response model, pages, bound parameters."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, status
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.database import get_session
from api.models import Product

router = APIRouter(prefix="/products", tags=["products"])


class NewProduct(BaseModel):
    name: str = Field(min_length=1, max_length=120)
    price: int = Field(gt=0)
    stock: int = Field(ge=0)


class ShownProduct(BaseModel):
    id: int
    name: str
    price: int


@router.get("", response_model=list[ShownProduct])
def list_products(
    session: Annotated[Session, Depends(get_session)],
    limit: Annotated[int, Query(le=100)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> list[Product]:
    return list(session.scalars(select(Product).order_by(Product.id).limit(limit).offset(offset)))


@router.post("", response_model=ShownProduct, status_code=status.HTTP_201_CREATED)
def create_product(product: NewProduct, session: Annotated[Session, Depends(get_session)]) -> Product:
    if session.scalar(select(Product).where(Product.name == product.name)):
        raise HTTPException(status.HTTP_409_CONFLICT, "a product of this name exists")
    created = Product(**product.model_dump())
    session.add(created)
    session.commit()
    return created
