Die Schaltflächen gelten für die ersten 3; geht es um eine andere, so bitten Sie um ein Gespräch mit einem Menschen.
