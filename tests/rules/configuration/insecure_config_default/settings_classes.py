"""A field of a settings class is read from the environment; its default holds where nothing is set."""

from pydantic import BaseModel, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings


class Base(BaseSettings):
    title: str = "Shop"


class Settings(Base):
    secret_key: str = "dev-secret"  # want: LNT503 @23 "secret_key" "a text of 10 characters"
    database_password: SecretStr = SecretStr("postgres")  # want: LNT503
    jwt_secret: str = Field("abc123", description="Signs tokens")  # want: LNT503
    cookie_secret: str = Field(default="abc123")  # want: LNT503
    debug: bool = True  # want: LNT503 @19 "debug" "True"
    api_token: str = ""
    session_secret: str
    password_file: str = "/run/secrets/password"
    admin_password: str | None = None
    checked_secret: str = "dev-secret"
    token_type: str = "bearer"
    title_password: str = Field(default_factory=str)

    @field_validator("checked_secret")
    def refuse(cls, value):
        return value


class Login(BaseModel):
    debug: bool = True
    token_type: str = "bearer"
