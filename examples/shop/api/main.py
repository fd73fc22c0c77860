"""The application."""

import uvicorn
from fastapi import FastAPI

from api.routers import orders, products

app = FastAPI(title="Shop")
app.include_router(orders.router)
app.include_router(products.router)


if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=8000)
