"""`python -m annotators.worker` answers on standard output what is asked on standard input."""

from annotators.worker.serving import main

if __name__ == "__main__":
    main()
