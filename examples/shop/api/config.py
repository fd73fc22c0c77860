"""Settings of the service: the one place that reads the environment."""

from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    mail_host: str
    mail_sender: str
    jwt_key: SecretStr
    page_size: int = 50


def load() -> Settings:
    return Settings()
