from shop.stores import Store


class Deployer:
    def deploy(self, model):
        return model.upload()

    def stop(self, name):
        """Stop a deployment.

        Raises:
            NotImplementedError: stopping is not supported by this deployer.
        """
        raise NotImplementedError("Stopping is not implemented for this deployer.")

    def start(self, name):  # want: LNT908 @5
        """Start a deployment."""
        raise NotImplementedError("Starting is not implemented yet.")


class Bucket(Store):
    def deploy(self, model):  # want: LNT908 @5 "Bucket.deploy"
        """Deploying is not yet supported for buckets."""
        raise NotImplementedError()

    def stop(self, name):
        """Stopping is not supported for buckets."""
        raise NotImplementedError()

    def start(self, name):
        """Start what the store has."""
        raise NotImplementedError()

    def update(self, name):
        """
        .. warning::
            This method is not implemented for buckets.
        """
        raise NotImplementedError

    def list(self, prefix):
        """Listing is not yet supported by the provider's API."""
        raise NotImplementedError
