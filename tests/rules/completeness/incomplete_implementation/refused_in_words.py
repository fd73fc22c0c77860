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
