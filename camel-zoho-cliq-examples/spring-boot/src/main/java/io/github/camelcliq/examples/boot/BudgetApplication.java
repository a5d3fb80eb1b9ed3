package io.github.camelcliq.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Asks in a chat of Cliq's for the approval of a budget, and hears of the click. */
@SpringBootApplication
public class BudgetApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BudgetApplication.class, arguments);
    }
}
