export declare const paymentMethodStyles: string;
